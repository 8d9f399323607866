"""A text template language: tokens, nested blocks, scopes, filters made at import."""

FILTERS = {}


def filter_named(name):
    def register(function):
        FILTERS[name] = function
        return function

    return register


@filter_named("upper")
def filter_upper(text):
    return text.upper()


@filter_named("reverse")
def filter_reverse(text):
    return text[::-1]


for _width in [4, 8]:
    FILTERS["pad%d" % _width] = lambda text, width=_width: text + "." * (width - len(text))


class TemplateError(Exception):
    pass


class Scope:
    def __init__(self, parent=None):
        self.names = {}
        self.parent = parent

    def find(self, name):
        scope = self
        while scope is not None:
            if name in scope.names:
                return scope.names[name]
            scope = scope.parent
        raise TemplateError("unknown name " + repr(name))


class Block:
    def render(self, scope, out):
        pass


class Text(Block):
    def __init__(self, text):
        self.text = text

    def render(self, scope, out):
        out.append(self.text)


class Value(Block):
    def __init__(self, parts):
        self.name = parts[0]
        self.filters = [FILTERS[part] for part in parts[1:]]

    def render(self, scope, out):
        text = scope.find(self.name)
        for function in self.filters:
            text = function(text)
        out.append(text)


class Loop(Block):
    def __init__(self, name, items, body):
        self.name = name
        self.items = items
        self.body = body

    def render(self, scope, out):
        for word in scope.find(self.items).split():
            inner = Scope(scope)
            inner.names[self.name] = word
            for block in self.body:
                block.render(inner, out)


def parse(source):
    stack = [[]]
    headers = []
    for i, piece in enumerate(source.replace("}", "{").split("{")):
        if i % 2 == 0:
            if piece:
                stack[-1].append(Text(piece))
        elif piece.startswith("for "):
            _, name, _, items = piece.split()
            headers.append((name, items))
            stack.append([])
        elif piece == "end":
            if not headers:
                raise TemplateError("end without for")
            name, items = headers.pop()
            body = stack.pop()
            stack[-1].append(Loop(name, items, body))
        else:
            stack[-1].append(Value(piece.split("|")))
    if headers:
        raise TemplateError("for without end: " + headers[-1][0])
    return stack[0]


def render(source, names):
    scope = Scope()
    scope.names.update(names)
    out = []
    for block in parse(source):
        block.render(scope, out)
    return "".join(out)


def main():
    names = {"who": "wörld", "list": "a bb ccc", "two": "x y"}
    for source in [
        "hello {who|upper}! {who|reverse|pad8}",
        "{for w in list}[{w|pad4}]{end}",
        "{for a in two}{for b in list}{a}{b} {end}|{end}",
        "{missing}",
        "{end}",
        "{for q in list}",
        "{who|nofilter}",
    ]:
        try:
            print(render(source, names))
        except TemplateError as error:
            print("error:", error)
        except KeyError as error:
            print("unknown filter:", error)
    print(sorted(FILTERS))


if __name__ == "__main__":
    main()
