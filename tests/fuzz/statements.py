"""The statements that are generated, each a paragraph below where it may stand: see forms."""

STATEMENTS = r"""
@plain
$new:T = $T

@plain
$var:T = $T

@plain
+ show(repr($T))

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
+ for $loop:int in ($(0 1 2), $(-1 -2 -3), $(0 1 -1)):
    try:
        show(repr(($list[T])[$1]))
    except IndexError as error:
        show(described(error))

@plain
for $loop:int in ($(0 1 2), $(-1 -2 -3), $(0 1 -1)):
    try:
        $any:list[T][$1] = $T
    except IndexError as error:
        show(described(error))

@plain
+ $new:opt[str] = "" if $bool else $opt[str]
show("true" if $1 else repr($1))

@plain
$new:opt[T] = $opt[T]
if not $1:
    show(repr($1))

@plain
$new:dict[K,T] = {**$dict[K,T], $K: $T, $K: $T}
show(repr($1.popitem()))
show(repr($1))
$1[$K] = $T
show(repr($1))

@plain
+ $new:Box = $Box
$new:Box = $1 if $bool else $Box
$new:int = $int
$new:int = $2.number
$1.number = $3
$new:int = $2.number
show(f"{$4} {$5} {$1.number}")

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
+ for $loop:Box in [$Box, Crate($int, $str, $bool), $Box]:
    try:
        show("opened " + str($1.opened($int)))
    except (Trouble, KeyError) as error:
        show(described(error))

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
with contextlib.closing($(echoes relayed)($small)) as $new:iter[int]:
    show(str(next($1)))
    with contextlib.suppress(StopIteration):
        show(str($1.send($small)))
        show(str($1.throw(ValueError("no"))))
        show(str($1.send($int)))

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
+ yield $yield

@generator
yield from $list[Y]

@generator
yield from $iter[Y]
"""
