"""Stands in for contextlib."""

_traceback_length = builtin("sapwood.traceback_length")
_cut_traceback = builtin("sapwood.cut_traceback")


def contextmanager(function):
    class _GeneratorContextManager:  # one for each function: their generators are not of one type
        def __init__(self, generator):
            self.gen = generator

        def __enter__(self):
            try:
                return next(self.gen)
            except StopIteration:
                raise RuntimeError("generator didn't yield") from None

        def __exit__(self, kind, value, traceback):
            if value is None:
                try:
                    next(self.gen)
                except StopIteration:
                    return False
                raise RuntimeError("generator didn't stop")
            places = _traceback_length(value)
            try:
                self.gen.throw(value)
            except StopIteration as stopped:
                return stopped is not value
            except RuntimeError as raised:
                # What passes a generator as StopIteration comes out as the cause of a RuntimeError.
                passed = isinstance(value, StopIteration) and raised.__cause__ is value
                if raised is not value and not passed:
                    raise
                _cut_traceback(value, places)
                return False
            except BaseException as raised:
                if raised is not value:
                    raise
                _cut_traceback(value, places)
                return False
            raise RuntimeError("generator didn't stop after throw()")

    def helper(*args):
        return _GeneratorContextManager(function(*args))

    return helper


_sapwood_wrappers_ = {"helper": lambda wrapper: contextmanager(wrapper.__wrapped__)}


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, kind, value, traceback):
        self.thing.close()


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, kind, value, traceback):
        pass


class suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        return value is not None and isinstance(value, self._exceptions)
