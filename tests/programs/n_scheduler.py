"""Tasks with dependencies: topological order, cycles found, events run by bound methods."""


class CycleError(Exception):
    def __init__(self, path):
        self.path = path

    def __str__(self):
        return " -> ".join(self.path)


class Task:
    next_number = 1

    def __init__(self, name, cost, needs=None):
        self.name = name
        self.cost = cost
        self.needs = needs if needs is not None else []
        self.number = Task.next_number
        Task.next_number += 1
        self.finished_at = None

    def __repr__(self):
        return f"<{self.number} {self.name}>"

    def run(self, clock):
        return clock + self.cost


class FlakyTask(Task):
    def __init__(self, name, cost, failures, needs=None):
        super().__init__(name, cost, needs)
        self.failures = failures

    def run(self, clock):
        if self.failures > 0:
            self.failures -= 1
            raise RuntimeError(self.name + " failed")
        return super().run(clock)


class Scheduler:
    def __init__(self):
        self.tasks = {}
        self.listeners = []

    def add(self, task):
        self.tasks[task.name] = task
        return self

    def listen(self, listener):
        self.listeners.append(listener)

    def order(self):
        done = []
        state = {}

        def visit(name, path):
            if state.get(name) == "active":
                raise CycleError(path[path.index(name) :] + [name])
            if name in state:
                return
            state[name] = "active"
            for need in self.tasks[name].needs:
                visit(need, path + [name])
            state[name] = "done"
            done.append(name)

        for name in self.tasks:
            visit(name, [])
        return done

    def run(self):
        clock = 0
        for name in self.order():
            task = self.tasks[name]
            while task.finished_at is None:
                try:
                    clock = task.finished_at = task.run(clock)
                except RuntimeError as error:
                    clock += 1
                    for listener in self.listeners:
                        listener(clock, str(error))
                else:
                    for listener in self.listeners:
                        listener(clock, name + " done")
        return clock


class Journal:
    def __init__(self, limit):
        self.lines = []
        self.limit = limit

    def note(self, clock, text):
        if len(self.lines) < self.limit:
            self.lines.append(f"{clock:>3}: {text}")


def main():
    journal = Journal(100)
    last = []
    scheduler = Scheduler()
    scheduler.add(Task("deploy", 1, ["test", "docs"])).add(FlakyTask("test", 5, 2, ["build"]))
    scheduler.add(Task("build", 10)).add(Task("docs", 3, ["build"]))
    scheduler.listen(journal.note)
    scheduler.listen(lambda clock, text: last.append(clock))
    print(scheduler.order(), scheduler.run(), last)
    print("\n".join(journal.lines))
    print(scheduler.tasks, Task.next_number)
    scheduler.add(Task("build", 1, ["deploy"]))
    try:
        scheduler.run()
    except CycleError as error:
        print("cycle:", error, len(error.path))
    scheduler.add(Task("extra", 1, ["nowhere"]))
    del scheduler.tasks["build"]
    try:
        scheduler.order()
    except KeyError as error:
        print("missing", error)


if __name__ == "__main__":
    main()
