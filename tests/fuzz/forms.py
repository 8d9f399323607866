"""What is generated: one line for each construct, with holes.  The names of constructs in reports are these lines.

An expression stands below the type that it has; `!` before it: it often raises, so it is chosen rarely.  A statement is
a paragraph.  Holes begin with `$`:

    $int $list[T] $Box     an expression of that type; a capital letter is any type (see kinds), one in the whole form
    $T{v:S,w:int}          the same, in which those variables may be used
    $new:T $loop:T         a variable made here, which may be used afterwards, or only in the blocks of this statement
    $var:T $any:T          a variable of the program that may be assigned, or only changed; `$cell:T` one of the function
    $name:T                a variable, or a constant without quotes and backslashes (inside of f-strings)
    $fun                   a name for a function of this statement
    $1 $2                  the first, second variable of these again
    $block                 statements
    $small $wide $slice $one    an int near 0, one of any size, what stands in [] of a slice, a str that is not empty
    $spec:T $percent:T     a format specification, a directive of %
    $call:T                a call of a generated function
    $(a b ~)               one of these words; ~ is none
    $yield $return         what the generator gives, what the function returns
"""

import functools
import re
from dataclasses import dataclass, field

from .kinds import Type, parse, variables

EXPRESSIONS = r"""
T
  ($T if $bool else $T)
  ($T if $bool else $T)
  ($list[T] + [$T])[$(0 -1)]
  ! ($list[T])[$small]
  ($list[T] or [$T])[-1]
  ! ($dict[K,T])[$K]
  ($dict[K,T]).get($K, $T)
  ($tuple[T,int])[0]
  ($tuple[str,T])[1]
  ($tuple[T,S,T])[-1]
  next($iter[T], $T)
  ! next(iter($list[T]))
  (lambda v: $T{v:S})($S)
  ({**$dict[K,T], $K: $T}).popitem()[1]
  [*$list[T], $T].pop(0)
  max([*$list[T], $T], key=lambda v: $int{v:T})
  min($T, $T, key=lambda v: $int{v:T})
  functools.reduce(lambda v, w: $T{v:T,w:S}, $list[S], $T)
  (lambda *v: v[-1])($T, $T)
  operator.itemgetter(1)(($int, $T))
  [v for v in ($T, $T)][0]
  $call:T
  $call:T

O
  max($O, $O)
  min($O, $O, $O)
  max($list[O], default=$O)
  sorted([$O, $O, *$list[O]])[$(0 -1)]
  heapq.nsmallest(2, [$O, $O, $O])[1]

int
  (($int + $int) % 1000000007)
  (($int - $int) % 1000000007)
  ($int % 100003 * ($int % 1009))
  (-$int % 1000003)
  (0 - $int % 1000003)
  (1 - $int % 1009)
  (~$int & 0xFFFF)
  (($int $(& | ^) $int) % 1000003)
  ! ($int // $int)
  ! ($int % $int)
  ($int // ($int % 9 - 10))
  ($int % ($int % 7 - 8))
  ($int % 100 // 7)
  (($int % 100 - 50) // ($int % 5 + 1))
  (($int % 100 - 50) // ($int % 5 - 6))
  (($int % 1000 - 500) % ($int % 19 - 20))
  ((4611686018427387904 + $int % 1000) - (4611686018427387000 - $int % 77))
  ((-4611686018427387904 - $int % 1000) + (4611686018427387000 + $int % 77))
  ($int % 65536 << ($int & 15))
  ($int >> ($int & 15))
  ($int % 17 ** ($int & 3))
  pow($int % 1000, $int & 7, 1009)
  len($str)
  len($bytes)
  len($list[T])
  len($dict[K,T])
  len($set[K])
  len($deque[D])
  len($Shelf)
  ord(($one)[0])
  int(str($int))
  ! int($str)
  int($("-3" "+7" "1_000"))
  int(" 42 ")
  int($("ff" "-0x1A" "7f"), 16)
  int($("101" "0b11"), 2)
  int($float % 1000)
  int($bool)
  int($Money)
  round($float % 1000)
  round($int % 100000, -2)
  math.floor($float % 1000.0)
  math.ceil($float % 1000.0)
  math.gcd($int, $int)
  math.isqrt(abs($int))
  math.comb($int % 12, $int % 12)
  ($str).count($str)
  ($str).find($str)
  ($str).find($str, $small)
  ($str).find($str, $small, $wide)
  ($str).rfind($str, $small)
  ($str + "ab").find("ab", $small)
  ("xab" + $str).find($one)
  ! ($str).index($str)
  ($bytes).find($bytes)
  ($bytes).count(b"a")
  ($bytes + b"z")[$(0 -1)]
  ! ($bytes)[$small]
  int.from_bytes(($bytes)[:3], "$(big little)", signed=$(True False))
  ($int).bit_length()
  ($int).bit_count()
  ($list[T]).count($T)
  ! [$T, $T, $T].index($T)
  (lambda v: v.index(v[-1]))([*$list[T], $T])
  sum($list[int]) % 1000003
  sum(v % 1009 for v in $list[int])
  sum(1 for v in $list[T] if $bool{v:T})
  sum($list[int], $int) % 1000003
  min([*$list[int], $int])
  max($int, $int, $int)
  abs($int)
  ! divmod($int, $int)[$(0 1)]
  divmod($int, $int % 9 - 10)[$(0 1)]
  ($Box).weight()
  ($Box).number
  ($Box).half
  ($Box).plus($int)
  weight_of($(Box(3,'s') Shelf([1,2]) Crate(2,'c',True)))
  weight_of($Box)
  ($Point).x
  ($Point).moved($int % 100, dy=$int % 10).y
  ($Pair).size
  ($Pair).doubled()[1]
  ($Colour).value
  int($Level)
  ($Level + $int % 1000)
  ($Perm).value
  ($Money).cents
  ! ($Shelf)[$small]
  Scale($int % 100)($int)
  $fn($int)
  thrice($int)
  fib($int % 20)
  total($int, $int, start=$int)
  sum(map(int, $list[bool]))
  ($(operator.add operator.sub operator.or_)($int, $int) % 1000003)
  functools.partial(operator.mul, $int % 1009)($int % 1009)
  bisect.bisect_$(left right)(sorted($list[O]), $O)
  ($Counter[K])[$K]
  sum(($Counter[K]).values())
  ($Counter[K]).total()
  ($complex != 0j) + $int
  ($opt[int] or $int)
  (0 if $opt[T] is None else 1)
  len([v for v in $opt[list[int]] or [] if v])
  ($str + $str).rfind($one)
  round($num) % 1009
  hash($int) % 1009
  len(repr($T))
  sum(len(v) for v in $list[str])
  [len(v) for v in ($str, $str)][$(0 1)]
  (lambda v, w=$int: (v + w) % 1009)($int)
  ($int if $int < $int else $int % 77)

float
  ($float $(+ - *) $float)
  ($float $(+ - *) $int)
  ($int $(+ - *) $float)
  ! ($float $(/ // %) $float)
  ($float / 8)
  ($int / ($int % 9 - 10))
  ! ($int / $int)
  ($float % ($int % 7 - 8))
  ($float // ($int % 7 - 8))
  float($int)
  float(str($float))
  ! float($str)
  float($("2.5e3" "-0" "1_0.5" "inf" "\t.5"))
  abs($float)
  round($float % 1e6, $(0 1 2 3 4))
  (-$float)
  (0.0 - $float)
  math.sqrt(abs($float))
  math.$(sin cos atan floor)($float % 100) * 1.0
  math.fabs($float)
  math.copysign($float, $float)
  math.fmod($float, 3.5)
  math.hypot($float % 1e6, $float % 1e6)
  math.fsum($list[float])
  ! math.$(log exp)($float)
  sum($list[float]) * 1.0
  max($float, $float)
  float($num)
  divmod($float, 2.5)[$(0 1)]
  ($complex).$(real imag)
  abs($complex)
  (2.0 ** ($int % 9 - 4))
  float($bool)

bool
  ($T == $T)
  ($T != $T)
  ! ($T == $S)
  ($O $(< <= > >=) $O)
  ($int $(< <= > >= == !=) $float)
  ($int < $int <= $int)
  ($O < $O < $O)
  ($int == $int != $int)
  ($int < $float < $int)
  ($T in $list[T])
  ($T not in $list[T])
  ($T in ($T, $T))
  ($K in $dict[K,T])
  ($K in $set[K])
  ($K not in $frozenset[K])
  ($K in $Counter[K])
  ($D in $deque[D])
  ($int in $Shelf)
  ($int in range($small, $wide, $(1 2 3)))
  ($str in $str)
  ($one in $str)
  ($bytes in $bytes)
  ($opt[T] is None)
  ($opt[T] is not None)
  ($opt[T] == $T)
  ($bool and $bool)
  ($bool or $bool)
  (not $T)
  bool($T)
  ($str).$(isdigit isalpha isalnum isspace isupper islower istitle isdecimal isnumeric isidentifier isascii isprintable)()
  ($str).$(startswith endswith)($str)
  ($str).startswith(($str, $str), $small)
  ($bytes).startswith($bytes)
  $(any all)($bool{v:T} for v in $list[T])
  $(any all)($list[int])
  isinstance($Box, Crate)
  isinstance($Box, $(Lidded Box Crate))
  ($Box == $Box)
  ($Money $(< <= > >= == !=) $Money)
  ($Money == $int)
  ($Colour is Colour.RED)
  ($Level $(< >= ==) $Level)
  (Perm.R in $Perm)
  ($set[K] $(<= < >= > == !=) $set[K])
  ($set[K]).$(issubset issuperset isdisjoint)($set[K])
  ($list[O] < $list[O])
  ($tuple[O,int] >= $tuple[O,int])
  ($num $(< <= > >= == !=) $num)
  ($num == $int)
  ($bool == $int)
  ($bool $(& | ^) $bool)
  ($complex == $complex)
  ($float).is_integer()
  math.isclose($float, $float, rel_tol=0.1)
  math.isnan($float)
  even_odd($int % 20)
  callable($fn)
  (($dict[K,T]).keys() == ($dict[K,T]).keys())
  operator.$(lt ge eq)($O, $O)

str
  ($str + $str)
  ($str * ($int & 3))
  ($one)[$(0 -1)]
  ! ($str)[$small]
  ($str)[$slice]
  ($str)[$slice]
  str($T)
  repr($T)
  str($int)
  repr($str)
  ascii($str)
  ($str).$(upper lower strip lstrip rstrip title capitalize swapcase casefold)()
  ($str).$(strip lstrip rstrip)($str)
  ($str).replace($one, $str)[:50]
  ($str).replace($str, $one, $int & 3)[:50]
  ($str).join($list[str])[:60]
  ", ".join(sorted($set[str]))
  ($str).$(removeprefix removesuffix)($str)
  ($str).$(ljust rjust center)($int % 12)
  ($str).$(ljust rjust center)($int % 12, "*")
  ($str).zfill($int % 12)
  ($str).expandtabs($int % 5)
  ($str).$(partition rpartition)($one)[$(0 1 2)]
  ($str).translate(str.maketrans("abc", "xyz"))
  ($str).translate({97: "A", 98: None})
  chr($int % 1000 + 32)
  min($str, $str)
  ($Box).$(text kind)
  ($Box).$(text kind)
  ($Point).label
  ($Pair).name
  ($Colour).name
  ($Colour).shade($int % 9)
  ($Level).name
  type($Box).__name__
  "".join(reversed($str))
  "".join(sorted($str))
  "".join(v for v in $str if $bool{v:str})
  ($bytes).decode("latin-1")
  ! ($bytes).decode()
  ($bytes).decode("ascii", "$(replace ignore backslashreplace)")
  ($bytes).hex()
  f"<{$name:int:$spec:int}>"
  f"<{$name:float:$spec:float}>"
  f"<{$name:str:$spec:str}>"
  f"{$name:int}{$name:float}{$name:bool}{$name:str}"
  f"{$name:str!r:>8}|{$name:int!s:<4}|{$name:str!a}"
  f"{$name:list[T]}{$name:tuple[int,str]=}"
  f"{$name:Box:abc}"
  f"{$name:Colour}{$name:Level:>4}{$name:Point}"
  format($int, "$spec:int")
  format($float, "$spec:float")
  format($str, "$spec:str")
  format($bool, "$spec:int")
  ("%$percent:int" % $int)
  ("%$percent:float|" % ($float,))
  ("%$percent:str|" % ($str,))
  ("%s %r" % ($T, $S))
  "{} {!r:>5} {:>4}".format($int, $str, $bool)
  "{1}{0}{k}".format($T, $int, k=$str)
  hex($int)
  $(bin oct)($int % 1000)
  str($bytes)
  str($num)
  joined($str, $str)
  joined($str, third=$str)
  total.__name__
  "-".join(map(str, $list[T]))[:80]
  "".join(map(chr, range(97, 97 + $int % 5)))
  ($str or $str)
  ($str and $str)
  ($opt[str] or $str)
  ("none" if $opt[T] is None else "some")
  "abcdefgh"[$slice]
  str($list[T])
  str($dict[K,T])
  str($set[int])
  functools.reduce(operator.add, $list[str], $str)[:60]
  next(iter($one))

bytes
  ($bytes + $bytes)
  ($bytes * ($int & 3))
  ($bytes)[$slice]
  ($str).encode()[:40]
  ($str).encode("ascii", "$(replace ignore backslashreplace xmlcharrefreplace)")
  ! ($str).encode("latin-1")
  ($bytes).$(upper lower strip title swapcase)()
  ($bytes).replace(b"a", $bytes)[:40]
  ($bytes).join([$bytes, $bytes])[:60]
  ($bytes).$(ljust center)($int % 12, b".")
  bytes([v % 256 for v in $list[int]])
  bytes($int % 5)
  bytes($bytearray)
  ($int % 65536).to_bytes($(2 3 8), "$(big little)")
  ($int % 256 - 128).to_bytes(2, "big", signed=True)
  bytes.fromhex($("00ff" "6162"))
  bytes.fromhex("61 62")
  (b"%d-%s" % ($int, $bytes))
  bytes(reversed($bytes))
  ($bytes).partition(b",")[$(0 1 2)]

bytearray
  bytearray($bytes)
  ($bytearray)[$slice]

complex
  complex($float % 1e6, $float % 1e6)
  ($complex $(+ - *) $complex)
  ($complex $(+ - *) $float)
  ($int % 1000 * $complex)
  ! ($complex / $complex)
  ($complex).conjugate()
  (-$complex)
  sum([$complex, $complex], 0j)

num
  $int
  $float
  ($num if $bool else $int)
  ($num if $bool else $float)
  ($num $(+ - *) $num) if $bool else 0.5
  ($num % 1009)
  abs($num)
  (-$num)
  [$int, $float, $num][$(0 1 2)]
  max($num, $num)
  sum([$int, $float, $num]) * 0.5
  ! ($num // $num)

list[T]
  [$T]
  [$T, $T]
  [$T, $T, $T, $T]
  [*$list[T], $T]
  ($list[T] + $list[T])
  ($list[T] * ($int & 3))
  ($list[T])[$slice]
  ($list[T])[$slice]
  ($list[T])[::$(-1 -2 2)]
  list(reversed($list[T]))
  ($list[T]).copy()
  list($list[T])
  [$T{v:S} for v in $list[S]]
  [$T{v:S,w:U} for v, w in zip($list[S], $list[U])]
  [$T{v:S,w:int} for v in $list[S] for w in range($small)]
  [$T{v:int,w:S} for v, w in enumerate($list[S]) if $bool{v:int,w:S}]
  [v for v in $list[T] if $bool{v:T}]
  list(filter(lambda v: $bool{v:T}, $list[T]))
  list(map(lambda v: $T{v:S}, $list[S]))
  list(($dict[K,T]).values())
  list($iter[T])
  list(itertools.islice($list[T], $int & 3))
  list(($T, $T))
  [*$iter[T], *$list[T]]
  (lambda *v: list(v))($T, $T)
  [v for v in [$T, $T] if $bool{v:T}]
  list(itertools.chain($list[T], $list[T]))
  list(itertools.takewhile(lambda v: $bool{v:T}, $list[T]))
  list(itertools.dropwhile(lambda v: $bool{v:T}, $list[T]))
  list(itertools.compress($list[T], $list[bool]))
  list(dict.fromkeys($list[int], $T).values())

list[O]
  sorted($list[O])
  sorted($list[O], reverse=$bool)
  sorted($list[O], key=lambda v: $int{v:O} % 3)
  heapq.nlargest($int & 3, $list[O])

list[D]
  list($deque[D])

list[K]
  list($dict[K,T])
  list(dict.fromkeys($list[K]))
  [v for v, w in ($dict[K,T]).items() if $bool{v:K,w:T}]
  [w[0] for w in ($Counter[K]).most_common(2)]

list[int]
  list(range($small, $(-4 0 5 12), $(1 2 -1 3 -2)))
  list(range($int % 7))
  [ord(v) for v in $str]
  list($bytes)
  list($set[int])
  sorted($set[int])
  [v for v in $set[int] if $bool{v:int}]
  list($Shelf)
  list(map(len, $list[str]))
  list(itertools.accumulate($list[int], lambda v, w: (v + w) % 1009))
  [v for w in $list[list[int]] for v in w][:20]
  [int(v) for v in str(abs($int))]
  list(map(operator.neg, $list[int]))
  [v.value for v in Colour]
  [*range($int % 4), *$set[int]]
  list(map($fn, $list[int]))

list[str]
  ($str).split()
  ($str).split($one)
  ($str).split(",", $int & 3)
  ($str).rsplit($(None ","), 1)
  ($str).splitlines()
  list($str)
  list(map(str, $list[T]))
  [str(v) for v in $list[T]]
  sorted($set[str])
  sorted($list[str], key=str.lower)
  sorted($list[str], key=len)
  [v.name for v in Colour]
  [v for v in $str if v.isalpha()]

list[bytes]
  ($bytes).split(b",")
  ($bytes).split()

list[tuple[int,str]]
  list(enumerate($list[str]))
  list(enumerate($str, $int))
  list(zip($list[int], $list[str]))
  sorted($list[tuple[int,str]], key=lambda v: v[1])
  sorted($list[tuple[int,str]], key=lambda v: v[0] % 2)
  list(($dict[int,str]).items())
  sorted(($Counter[int]).items()) and []

list[tuple[T,S]]
  list(zip($list[T], $list[S]))
  list(zip($iter[T], $list[S]))
  [(v, w) for v in $list[T] for w in $list[S]][:12]

list[tuple[K,T]]
  list(($dict[K,T]).items())

list[tuple[K,int]]
  ($Counter[K]).most_common()

list[list[T]]
  [($list[T])[v : v + 2] for v in range(0, 6, 2)]
  [list(w) for v, w in itertools.groupby($list[T], key=lambda v: $int{v:T} % 2)]

list[list[int]]
  [[v * w for v in range($int % 4)] for w in range($int % 4)]
  [list(v) for v in itertools.combinations(range($int % 5), 2)]

list[float]
  [v / 2 for v in $list[int]]
  sorted($list[float])

dict[K,T]
  {$K: $T}
  {$K: $T, $K: $T, $K: $T}
  {**$dict[K,T], $K: $T}
  {v: $T{v:K} for v in $list[K]}
  {v: w for v, w in ($dict[K,T]).items() if $bool{v:K,w:T}}
  dict(zip($list[K], $list[T]))
  ($dict[K,T] | $dict[K,T])
  ($dict[K,T]).copy()
  dict($dict[K,T])
  dict.fromkeys($list[K], $T)
  dict(sorted(($dict[K,T]).items(), key=lambda v: len(str(v[1]))))

dict[int,T]
  dict(enumerate($list[T]))
  {v: w for v, w in enumerate($list[T])}

dict[str,int]
  {v: len(v) for v in $list[str]}
  dict(a=$int, b=$int)

set[K]
  {$K, $K}
  set($list[K])
  {v for v in $list[K] if $bool{v:K}}
  {v for v in $dict[K,T]}
  ($set[K] $(| & - ^) $set[K])
  ($set[K]).$(union intersection difference symmetric_difference)($set[K])
  ($set[K]).copy()
  set($frozenset[K])
  (set() if $bool else $set[K])

set[int]
  {v % 7 for v in $list[int]}
  set(range($int % 9))
  {v % 1009 * w % 1013 for v in $set[int] for w in $set[int]}

frozenset[K]
  frozenset($list[K])
  frozenset($set[K])
  ($frozenset[K] $(| & - ^) $frozenset[K])

tuple[T]
  ($T,)

tuple[T,S]
  ($T, $S)
  ($T, *($S,))

tuple[T,S,U]
  ($T, $S, $U)
  (*($T, $S), $U)

tuple[int,str]
  ($int, $str)
  ($Pair)[::-1]
  divmod($int, 7)[:1] + ($str,)

tuple[int,int]
  divmod($int, $int % 9 - 10)
  ! divmod($int, $int)

tuple[str,str,str]
  ($str).$(partition rpartition)($one)

opt[T]
  $T
  None
  ($T if $bool else None)
  ($opt[T] if $bool else $T)
  next($iter[T], None)
  max($list[T], key=lambda v: $int{v:T}, default=None)

opt[int]
  ($dict[K,int]).get($K)

opt[str]
  ($dict[K,str]).get($K)

deque[D]
  deque($list[D])
  deque($list[D], maxlen=$(3 4))
  deque([$D, $D])
  ($deque[D]).copy()

Counter[K]
  Counter($list[K])
  ($Counter[K] $(+ - & |) $Counter[K])

iter[T]
  ($T{v:S} for v in $list[S])
  (v for v in $list[T] if $bool{v:T})
  (v for v in ($T, $T, $T))
  $call:iter[T]
  $call:iter[T]

fn
  (lambda v: $int{v:int})
  twice
  Scale($int % 10)
  ($Box).plus
  functools.partial(total, $int)

Box
  Box($int, $str)
  Crate($int, $str, $bool)
  Crate($int, $str)
  Box.of($str)
  $(Box Crate).default()

Point
  Point($int, $int)
  Point($int, label=$str)
  ($Point).moved($int % 1000)

Pair
  Pair($str, $int)
  Pair(name=$str)
  ($Pair)._replace(name=$str)
  ($Pair).doubled()

Colour
  Colour[$("RED" "BLUE")]
  ! Colour($int)
  Colour($(1 2 5))
  list(Colour)[$int % 3]

Level
  Level($(1 5 9))
  max($Level, $Level)

Perm
  ($Perm $(| & ^) $Perm)
  (~$Perm)
  Perm($int % 8)

Money
  Money($int % 1000)
  ($Money + $Money)
  ($Money + $int % 1000)
  ($int % 1000 + $Money)
  ($Money - $Money)
  ($Money * $int)
  (-$Money)
  abs($Money)
  sum([$Money, $Money], Money(0))

Shelf
  Shelf($list[int])
"""

STATEMENTS = r"""
@plain
$new:T = $T

@plain
$var:T = $T

@plain
show(repr($T))

@plain
show(repr($T))

@plain
show(str($any:T))

@plain
$new:T, $new:S = $T, $S

@plain
$new:T = $new:T = $T

@plain
$new:T, *$new:list[T] = [$T, *$list[T]]

@plain
*$new:list[T], $new:T = $list[T] + [$T]

@plain
$new:T, ($new:S, $new:U) = $tuple[T,int][0], ($S, $U)

@plain
$var:T, $var:T = $T, $T

@plain
$new:int = $int
$new:int = $int
for $loop:int in range($int % 9):
    $1, $2 = $2, ($1 + $2) % 1009
show(f"{$1} {$2}")

@plain
$var:int $(+= -= ^= |= &=) $int
$1 %= 1000003

@plain
$var:int *= $small
$1 %= 1000003

@plain
! $var:int $(//= %=) $int

@plain
$var:int >>= $int & 7

@plain
$var:str += $str
$1 = $1[:40]

@plain
$var:bytes += $bytes
$1 = $1[:40]

@plain
$var:float $(+= -= *=) $float

@plain
$var:num += $num

@plain
$var:list[T] += $list[T][:3]

@plain
$var:set[K] $(|= &= -= ^=) $set[K]

@plain
$var:dict[K,T] |= $dict[K,T]

@plain
$var:Money $(+= -=) $Money

@plain
$var:complex += $complex

@list
$any:list[T].append($T)

@list
$any:list[T].insert($small, $T)

@list
$any:list[T][-1:] = [$T]

@list
! $any:list[T][$small] = $T

@plain
if len($any:list[T]) > 1:
    $1[1] = $T
    $1[-1], $1[0] = $1[0], $1[-1]

@list
$any:list[T].extend($list[T][:3])

@list
$any:list[T].extend([v for v in itertools.islice($list[T], 3)])

@plain
$any:list[T].reverse()

@plain
! $any:list[T].remove($T)

@plain
if $T in $any:list[T]:
    $1.remove($1[-1])

@plain
del $any:list[T][$slice]

@list
$any:list[T][$small:$small] = $list[T][:4]

@list
! $any:list[T][::$(2 -1)] = $list[T]

@plain
$any:list[T].clear()

@plain
if $any:list[T]:
    show(repr($1.pop()))

@plain
! $any:list[T].pop($small)

@plain
$any:list[O].sort()

@plain
$any:list[T].sort(key=lambda v: $int{v:T} % 4, reverse=$bool)

@list
heapq.heappush($any:list[O], $O)

@plain
$any:dict[K,T][$K] = $T

@plain
$any:dict[K,int][$K] = $1.get($K, 0) % 1009 + 1

@plain
show(repr($any:dict[K,T].pop($K, $T)))

@plain
! $any:dict[K,T].pop($K)

@plain
show(repr($any:dict[K,T].setdefault($K, $T)))

@plain
$any:dict[K,list[T]].setdefault($K, []).append($T)

@plain
$any:dict[K,T].update($dict[K,T])

@plain
if $any:dict[K,T]:
    show(repr($1.popitem()))
    $1[$K] = $T
    show(repr($1))

@plain
if $K in $any:dict[K,T]:
    del $1[$K]

@plain
for $loop:K in list($any:dict[K,T])[::2]:
    del $2[$1]

@plain
$any:dict[K,T].clear()

@plain
$any:set[K].$(add discard)($K)

@plain
! $any:set[K].remove($K)

@plain
$any:set[K].$(update intersection_update difference_update symmetric_difference_update)($set[K])

@plain
if $any:set[int]:
    show(str($1.pop()))

@plain
$any:deque[D].$(append appendleft)($D)

@plain
if $any:deque[D]:
    show(repr($1.$(pop popleft)()))

@plain
$any:deque[D].rotate($small)

@plain
$any:bytearray.extend($bytes)
$1[:1] = $bytes

@plain
$any:Counter[K].update($list[K])

@plain
$any:Counter[K][$K] += $int % 9

@plain
$any:Box.number = $int

@plain
$any:Box.number += $int % 1000
$1.text = $1.text[:5] + $str[:5]

@plain
$new:int = $any:Box.number
$2.number = $int
show(str($1) + " " + str($2.number))

@plain
$any:Box.half = $int

@plain
$any:Point.x, $1.y = $int, $1.x

@plain
$any:Shelf.items = $list[int][:3]

@plain
if len($any:Shelf) > 1:
    del $1[$(0 -1)]

@plain
! $any:Shelf[$small] = $int

@plain
with Guard($str, False) as $loop:str:
    $block

@plain
with Guard("a", $bool), tagging("b") as $loop:str:
    $block

@plain
with tagging($str) as $loop:str:
    $block

@plain
with contextlib.suppress($(ValueError LookupError Exception)):
    $block

@plain
$new:int = total($int, $int, $int)

@plain
$new:fn = lambda v: $int{v:int}
show(str($1($int)))

@plain
def $new:fn(v):
    return $int{v:int}
show(str($1($int)))

@function
def $loop:fn(v):
    nonlocal $cell:int
    $2 = ($2 + v) % 1009
    return $int{v:int}
$new:int = $1($int) + $1($int)
show(f"{$2} {$3}")

@function
def $fun(v):
    for w in range(v % 5):
        yield $int{v:int,w:int}
$new:list[int] = list($1($int))

@plain
$new:int = $int
def $fun(v, *, w=$int):
    if v <= 0:
        return w
    return $2(v - 1, w=(w + $1) % 1009)
show(str($2($int % 6)))

@plain
$new:iter[T] = $iter[T]

@plain
for $loop:T in $any:iter[T]:
    show(repr($1))
    break

@plain
show(repr(list($any:iter[T])))

@plain
! $new:T = next($any:iter[T])

@plain
$new:iter[int] = $(echoes relayed)($small)
show(str(next($1)))
with contextlib.suppress(StopIteration):
    show(str($1.send($small)))
    show(str($1.throw(ValueError("no"))))
    show(str($1.send($int)))
$1.close()

@compound
if $bool:
    $block

@compound
if $bool:
    $block
else:
    $block

@compound
if $T:
    $block
elif $bool:
    $block
else:
    $block

@compound
if ($new:int := $int) > $int:
    $block

@compound
if $name:opt[T] is not None:
    $block

@compound
for $loop:T in $list[T][:5]:
    $block

@compound
for $loop:T in $list[T][:5]:
    $block
else:
    $block

@compound
for $loop:int in range($small, $(3 5), $(1 2)):
    $block

@compound
for $loop:int in range($int % 6, -1, -1):
    $block

@compound
for $loop:str in $str[:5]:
    $block

@compound
for $loop:int in $bytes[:4]:
    $block

@compound
for $loop:int, $loop:T in enumerate($list[T][:5]):
    $block

@compound
for $loop:T, $loop:S in zip($list[T][:4], $list[S]):
    $block

@compound
for $loop:int, ($loop:T, $loop:S) in enumerate(zip($list[T][:3], $list[S])):
    $block

@compound
for $loop:K, $loop:T in list(($dict[K,T]).items())[:5]:
    $block

@compound
for $loop:int in sorted($set[int])[:4]:
    $block

@compound
for $loop:int in $set[int]:
    $block
    break

@compound
for $loop:T in itertools.islice($list[T], 1, 4):
    $block

@compound
for $loop:T in reversed($list[T][:4]):
    $block

@compound
for $loop:int in list($Shelf)[:5]:
    $block

@plain
for $loop:int in $Shelf:
    show(str($1))

@compound
for $loop:Colour in Colour:
    $block

@compound
for $loop:T in ($T, $T):
    $block

@compound
$fixed:int = 0
while $1 < $(2 4) and ($bool or True):
    $1 += 1
    $block

@compound
$fixed:int = $int % 5
while True:
    $1 -= 1
    if $1 < 0:
        break
    $block

@compound
$fixed:int = 0
while $bool and $1 < 3:
    $1 += 1
    $block
    break
else:
    $block

@compound
try:
    $block
except $(ValueError KeyError LookupError ZeroDivisionError ArithmeticError Exception TypeError Trouble):
    show("caught")

@compound
try:
    $block
except (IndexError, ValueError) as error:
    show(described(error))
    $block

@compound
try:
    $block
except KeyError as error:
    show(described(error))
except Exception as error:
    show("other " + described(error))
else:
    $block

@compound
try:
    $block
finally:
    show("finally")

@compound
try:
    $block
except ValueError:
    $block
finally:
    show(repr($T))

@compound
try:
    raise $(ValueError KeyError RuntimeError IndexError)($str)
except $(ValueError LookupError Exception) as error:
    show(described(error))
    $block

@compound
try:
    $block
except Exception as error:
    raise RuntimeError($str) from error

@compound
try:
    $block
except Trouble as error:
    show(str(error.code) + str(error))
except Exception:
    raise

@compound
for $loop:int in range(3):
    try:
        if $bool:
            $(continue break)
        $block
    finally:
        show(f"finally {$1}")

@compound
match $int % 5:
    case 0 | 1:
        $block
    case $loop:int if $bool:
        $block
    case _:
        $block

@compound
match $str:
    case "" | "a":
        $block
    case "abc":
        $block
    case $loop:str:
        $block

@compound
match $tuple[int,T]:
    case (0, $loop:T):
        $block
    case ($loop:int, _):
        $block

@compound
match $list[T]:
    case []:
        $block
    case [$loop:T]:
        $block
    case [$loop:T, *$loop:list[T]]:
        $block

@compound
match $Box:
    case Crate(lid=True, number=$loop:int):
        $block
    case Box(text=$loop:str) if $bool:
        $block
    case _:
        $block

@compound
match $Point:
    case Point(0, $loop:int):
        $block
    case Point(x=$loop:int, label=""):
        $block
    case _:
        $block

@compound
match $opt[int]:
    case None:
        $block
    case 1 | 2 | 3 as $loop:int:
        $block
    case _:
        $block

@compound
match $Colour:
    case Colour.RED:
        $block
    case Colour.GREEN | Colour.BLUE as $loop:Colour:
        $block

@compound
match $dict[str,T]:
    case {"a": $loop:T}:
        $block
    case {"b": $loop:T, **$loop:dict[str,T]}:
        $block
    case _:
        $block

@loop
if $bool:
    break

@loop
if $bool:
    continue

@inner
if $bool:
    return $return

@inner
if $bool:
    raise $(ValueError KeyError RuntimeError TypeError)($str)

@inner
if $bool:
    raise Trouble($str, $int)

@inner
assert $bool, $str

@generator
yield $yield

@generator
yield $yield

@generator
yield from $list[Y]

@generator
yield from $iter[Y]
"""


@dataclass(frozen=True)
class Hole:
    """Something that is filled in: what, of which type, with which variables; or words to choose from."""

    what: str
    type: Type = ()
    bound: tuple[tuple[str, Type], ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """One construct: its text, cut into strings and holes."""

    text: str
    result: Type  # of an expression
    place: str  # of a statement: the word after @
    rare: bool
    parts: tuple[str | Hole, ...] = field(compare=False)

    @functools.cached_property
    def name(self) -> str:
        return re.sub(r"\s+", " ", self.text)

    def letters(self) -> set[str]:
        found = variables(self.result) if self.result else set()
        for part in self.parts:
            if isinstance(part, Hole) and part.type:
                found |= variables(part.type)
                for _, t in part.bound:
                    found |= variables(t)
        return found

    def varying(self) -> list[str]:
        """The letters that are chosen anew each time; Y is what a generator yields."""
        return sorted(self.letters() - {"Y"})


# Words that are not types; those that end in a colon have one after it.
_WORDS = ("fun", "block", "small", "wide", "slice", "one", "yield", "return")
_TYPED = ("new", "loop", "fixed", "var", "any", "cell", "name", "spec", "percent", "call")


def cut(text: str) -> tuple[str | Hole, ...]:
    """The text as strings and holes."""
    parts: list[str | Hole] = []
    while "$" in text:
        before, _, text = text.partition("$")
        parts.append(before)
        hole, text = _hole(text)
        parts.append(hole)
    return (*parts, text)


def _hole(text: str) -> tuple[Hole, str]:
    """The hole whose text begins here, and what follows it."""
    if text[0] == "(":
        end = _closing(text, 0)
        return Hole("words", words=tuple("" if w == "~" else w for w in text[1:end].split(" "))), text[end + 1:]
    if text[0].isdigit():
        return Hole("again", words=(text[0],)), text[1:]
    word = re.match(r"[A-Za-z]+", text)[0]
    if word in _WORDS:
        return Hole(word), text[len(word):]
    what = "expression"
    if word in _TYPED:
        what, text = word, text[len(word) + 1:]
    end = re.match(r"[A-Za-z]+", text).end()
    if text[end:end + 1] == "[" and text[:end] in ("list", "dict", "set", "frozenset", "tuple", "opt", "iter", "deque", "Counter"):
        end = _closing(text, end) + 1
    t, text = parse(text[:end]), text[end:]
    bound: tuple[tuple[str, Type], ...] = ()
    if what == "expression" and text.startswith("{"):
        inside, _, text = text[1:].partition("}")
        bound = tuple((name, parse(kind)) for name, kind in re.findall(r"(\w+):(\w+(?:\[[^:]*\])?)", inside))
    return Hole(what, t, bound), text


def _closing(text: str, start: int) -> int:
    """Where the bracket that opens at `start` closes."""
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] in "([") - (text[place] in ")]")
        if depth == 0:
            return place
    raise ValueError(f"a bracket stays open in `{text}`")


def _expressions() -> list[Form]:
    forms: list[Form] = []
    result: Type = ()
    for line in EXPRESSIONS.splitlines():
        text = line.strip()
        if text and not line.startswith(" "):
            result = parse(text)
        elif text:
            rare = text.startswith("! ")
            text = text.removeprefix("! ")
            forms.append(Form(text, result, "", rare, cut(text)))
    return forms


def _statements() -> list[Form]:
    forms: list[Form] = []
    for paragraph in STATEMENTS.strip().split("\n\n"):
        place, _, text = paragraph.partition("\n")
        rare = text.startswith("! ")
        text = text.removeprefix("! ")
        forms.append(Form(text, (), place[1:], rare, cut(text)))
    return forms


FORMS = _expressions()
STEPS = _statements()
