"""Richards: the kernel of a small operating system, simulated; virtual methods, linked objects.

The argument is the number of iterations; examples/richards.py is the same with explanations.
"""

import sys

IDLE = 1
WORKER = 2
HANDLER_A = 3
HANDLER_B = 4
DEVICE_A = 5
DEVICE_B = 6
TASK_LIMIT = 7

KIND_DEVICE = 1000
KIND_WORK = 1001

BUFFER_SIZE = 4
IDLE_ROUNDS = 10000

EXPECTED_QUEUED = 23246
EXPECTED_HELD = 9297


class Packet:
    """A message: a link of a queue, the task it goes to (or came from), and its data."""

    def __init__(self, link, ident, kind):
        self.link = link
        self.ident = ident
        self.kind = kind
        self.datum = 0
        self.data = [0] * BUFFER_SIZE


def append_packet(packet, queue):
    """Put `packet` last into `queue`, which may be None; returns the queue."""
    packet.link = None
    if queue is None:
        return packet
    last = queue
    while last.link is not None:
        last = last.link
    last.link = packet
    return queue


def packets(count, ident, kind):
    """A queue of `count` fresh packets."""
    queue = None
    for _ in range(count):
        queue = Packet(queue, ident, kind)
    return queue


class Scheduler:
    """All tasks, the one with the highest priority first, and the counters that are checked."""

    def __init__(self):
        self.first = None
        self.table = [None] * TASK_LIMIT
        self.queued = 0
        self.held = 0

    def add(self, task):
        task.next = self.first
        self.first = task
        self.table[task.ident] = task

    def find(self, ident):
        task = self.table[ident]
        if task is None:
            raise ValueError(f"no task {ident}")
        return task

    def run(self):
        task = self.first
        while task is not None:
            if task.is_stopped():
                task = task.next
            else:
                task = task.resume()


class Task:
    """A task: its state, and in `step` what it does when it is given the processor.

    `step` and everything it ends with return the task that runs next.
    """

    def __init__(self, scheduler, ident, priority, queue):
        self.scheduler = scheduler
        self.ident = ident
        self.priority = priority
        self.queue = queue
        self.next = None
        self.has_packet = queue is not None
        self.is_waiting = True
        self.is_held = False
        scheduler.add(self)

    def step(self, packet):
        raise NotImplementedError

    def is_stopped(self):
        return self.is_held or (self.is_waiting and not self.has_packet)

    def resume(self):
        packet = None
        if self.is_waiting and self.has_packet:
            packet = self.queue
            self.queue = packet.link
            self.is_waiting = False
            self.has_packet = self.queue is not None
        return self.step(packet)

    def wait(self):
        self.is_waiting = True
        return self

    def hold(self):
        self.scheduler.held += 1
        self.is_held = True
        return self.next

    def release(self, ident):
        task = self.scheduler.find(ident)
        task.is_held = False
        if task.priority > self.priority:
            return task
        return self

    def send(self, packet):
        """Queue `packet` at the task it names."""
        receiver = self.scheduler.find(packet.ident)
        self.scheduler.queued += 1
        packet.ident = self.ident
        return receiver.receive(packet, self)

    def receive(self, packet, sender):
        was_empty = self.queue is None
        self.queue = append_packet(packet, self.queue)
        if was_empty:
            self.has_packet = True
            if self.priority > sender.priority:
                return self
        return sender


class IdleTask(Task):
    """Wakes one of the devices, chosen by a shift register, until its rounds are used up."""

    def __init__(self, scheduler, ident, priority):
        super().__init__(scheduler, ident, priority, None)
        self.is_waiting = False
        self.register = 1
        self.rounds = IDLE_ROUNDS

    def step(self, packet):
        self.rounds -= 1
        if self.rounds == 0:
            return self.hold()
        if self.register & 1 == 0:
            self.register = self.register >> 1
            return self.release(DEVICE_A)
        self.register = (self.register >> 1) ^ 0xD008
        return self.release(DEVICE_B)


class WorkerTask(Task):
    """Fills packets with letters and sends them to the two handlers in turn."""

    def __init__(self, scheduler, ident, priority, queue):
        super().__init__(scheduler, ident, priority, queue)
        self.destination = HANDLER_A
        self.letter = 0

    def step(self, packet):
        if packet is None:
            return self.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.ident = self.destination
        packet.datum = 0
        for i in range(BUFFER_SIZE):
            self.letter += 1
            if self.letter > 26:
                self.letter = 1
            packet.data[i] = ord("A") + self.letter - 1
        return self.send(packet)


class HandlerTask(Task):
    """Hands the letters of work packets, one by one, to its device."""

    def __init__(self, scheduler, ident, priority, queue):
        super().__init__(scheduler, ident, priority, queue)
        self.work = None
        self.devices = None

    def step(self, packet):
        if packet is not None:
            if packet.kind == KIND_WORK:
                self.work = append_packet(packet, self.work)
            else:
                self.devices = append_packet(packet, self.devices)
        work = self.work
        if work is None:
            return self.wait()
        done = work.datum
        if done >= BUFFER_SIZE:
            self.work = work.link
            return self.send(work)
        device = self.devices
        if device is None:
            return self.wait()
        self.devices = device.link
        device.datum = work.data[done]
        work.datum = done + 1
        return self.send(device)


class DeviceTask(Task):
    """Takes a packet, is held until the idle task releases it, and sends the packet back."""

    def __init__(self, scheduler, ident, priority):
        super().__init__(scheduler, ident, priority, None)
        self.pending = None

    def step(self, packet):
        if packet is not None:
            self.pending = packet
            return self.hold()
        done = self.pending
        if done is None:
            return self.wait()
        self.pending = None
        return self.send(done)


def simulate():
    """One whole run; returns the scheduler with its counters."""
    scheduler = Scheduler()
    IdleTask(scheduler, IDLE, 0)
    WorkerTask(scheduler, WORKER, 1000, packets(2, 0, KIND_WORK))
    HandlerTask(scheduler, HANDLER_A, 2000, packets(3, DEVICE_A, KIND_DEVICE))
    HandlerTask(scheduler, HANDLER_B, 3000, packets(3, DEVICE_B, KIND_DEVICE))
    DeviceTask(scheduler, DEVICE_A, 4000)
    DeviceTask(scheduler, DEVICE_B, 5000)
    scheduler.run()
    return scheduler


def main(argv):
    iterations = int(argv[1]) if len(argv) > 1 else 3
    wrong = 0
    queued = 0
    held = 0
    for _ in range(iterations):
        scheduler = simulate()
        queued += scheduler.queued
        held += scheduler.held
        if scheduler.queued != EXPECTED_QUEUED or scheduler.held != EXPECTED_HELD:
            wrong += 1
    print(f"{iterations} iterations: {queued} packets queued, {held} tasks held")
    if wrong > 0:
        print(f"{wrong} iterations went wrong")
        return 1
    print("correct")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
