"""Stands in for string: templates."""

import re

_MISSING = object()
_NAME = "(?a:[_a-z][_a-z0-9]*)"


class Template:
    """Classes below it have patterns of their own: the library makes them with the class."""

    delimiter = "$"
    pattern = re.compile(rf"\$(?:(?P<escaped>\$)|(?P<named>{_NAME})|\{{(?P<braced>{_NAME})\}}|(?P<invalid>))",
                         re.IGNORECASE)

    def __init__(self, template):
        self.template = template

    @staticmethod
    def _prebuilt_(live):
        return Template(live.template)

    def substitute(self, mapping=_MISSING, /, **keywords):
        if mapping is _MISSING:
            return self._filled(keywords, keywords, True)
        return self._filled(mapping, keywords, True)

    def safe_substitute(self, mapping=_MISSING, /, **keywords):
        if mapping is _MISSING:
            return self._filled(keywords, keywords, False)
        return self._filled(mapping, keywords, False)

    def _filled(self, values, keywords, strict):
        text = self.template
        parts = []
        done = 0
        for place in self.pattern.finditer(text):
            parts.append(text[done:place.start()])
            done = place.end()
            name = place["named"] or place["braced"]
            if place["escaped"] is not None:
                parts.append(self.delimiter)
            elif name:
                if name in keywords:
                    parts.append(str(keywords[name]))
                elif strict or name in values:
                    parts.append(str(values[name]))
                else:
                    parts.append(place.group())
            elif strict:
                self._wrong(place.start("invalid"))
            else:
                parts.append(place.group())
        parts.append(text[done:])
        return "".join(parts)

    def _wrong(self, at):
        """What stands behind the delimiter is no name."""
        lines = self.template[:at].splitlines(keepends=True)
        column = at - len("".join(lines[:-1]))
        raise ValueError(f"Invalid placeholder in string: line {len(lines)}, col {column}")

    def is_valid(self):
        for place in self.pattern.finditer(self.template):
            if place["invalid"] is not None:
                return False
        return True

    def get_identifiers(self):
        names = []
        for place in self.pattern.finditer(self.template):
            name = place["named"] or place["braced"]
            if name and name not in names:
                names.append(name)
        return names


class Formatter:
    def __init__(self):
        _formatter()


_formatter = refusal("string.Formatter")
