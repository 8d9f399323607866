"""The expressions that are generated, below the type that each has: see forms."""

EXPRESSIONS = r"""
T
  + ($T if $bool else $T)
  ($list[T] + [$T])[$(0 -1)]
  ! ($list[T])[$small]
  + [$T, $T, $T, $T][len($list[T]) % $(-2 -3 -4)]
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
  + $call:T

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
  + ($str)[$slice]
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
  + ($Box).$(text kind)
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
  + ($list[T])[$slice]
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
  (sorted(($Counter[int]).items()) and [])

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
  + $call:iter[T]

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
