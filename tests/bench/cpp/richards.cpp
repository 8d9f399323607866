// Twin of richards.py: tasks are owned by the scheduler, packets by a pool of one run.
#include <array>
#include <cstdint>
#include <deque>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

enum Ident { kIdle = 1, kWorker, kHandlerA, kHandlerB, kDeviceA, kDeviceB, kTaskLimit };
enum Kind { kKindDevice = 1000, kKindWork = 1001 };

static const int kBufferSize = 4;
static const int kIdleRounds = 10000;
static const std::int64_t kExpectedQueued = 23246;
static const std::int64_t kExpectedHeld = 9297;

struct Packet {
    Packet* link;
    int ident;
    Kind kind;
    int datum = 0;
    std::array<int, kBufferSize> data{};

    Packet(Packet* link, int ident, Kind kind) : link(link), ident(ident), kind(kind) {}
};

static Packet* append_packet(Packet* packet, Packet* queue) {
    packet->link = nullptr;
    if (!queue) return packet;
    Packet* last = queue;
    while (last->link) last = last->link;
    last->link = packet;
    return queue;
}

class Task;

class Scheduler {
  public:
    std::int64_t queued = 0;
    std::int64_t held = 0;

    template <class T, class... Args>
    void add(int ident, Args&&... args);
    Task* find(int ident) const;
    Packet* packets(int count, int ident, Kind kind);
    void run();

  private:
    Task* first_ = nullptr;
    std::array<Task*, kTaskLimit> table_{};
    std::vector<std::unique_ptr<Task>> tasks_;
    std::deque<Packet> pool_;
};

class Task {
  public:
    Task(Scheduler& scheduler, int ident, int priority, Packet* queue)
        : scheduler_(scheduler),
          ident_(ident),
          priority_(priority),
          queue_(queue),
          has_packet_(queue != nullptr) {}
    virtual ~Task() = default;

    virtual Task* step(Packet* packet) = 0;

    bool is_stopped() const { return is_held_ || (is_waiting_ && !has_packet_); }

    Task* resume() {
        Packet* packet = nullptr;
        if (is_waiting_ && has_packet_) {
            packet = queue_;
            queue_ = packet->link;
            is_waiting_ = false;
            has_packet_ = queue_ != nullptr;
        }
        return step(packet);
    }

    Task* next = nullptr;

  protected:
    Task* wait() {
        is_waiting_ = true;
        return this;
    }

    Task* hold() {
        ++scheduler_.held;
        is_held_ = true;
        return next;
    }

    Task* release(int ident) {
        Task* task = scheduler_.find(ident);
        task->is_held_ = false;
        return task->priority_ > priority_ ? task : this;
    }

    Task* send(Packet* packet) {
        Task* receiver = scheduler_.find(packet->ident);
        ++scheduler_.queued;
        packet->ident = ident_;
        return receiver->receive(packet, this);
    }

    Scheduler& scheduler_;
    int ident_;
    int priority_;
    Packet* queue_;
    bool has_packet_;
    bool is_waiting_ = true;
    bool is_held_ = false;

  private:
    Task* receive(Packet* packet, Task* sender) {
        bool was_empty = queue_ == nullptr;
        queue_ = append_packet(packet, queue_);
        if (was_empty) {
            has_packet_ = true;
            if (priority_ > sender->priority_) return this;
        }
        return sender;
    }
};

template <class T, class... Args>
void Scheduler::add(int ident, Args&&... args) {
    tasks_.push_back(std::make_unique<T>(*this, ident, std::forward<Args>(args)...));
    Task* task = tasks_.back().get();
    task->next = first_;
    first_ = task;
    table_[ident] = task;
}

Task* Scheduler::find(int ident) const {
    Task* task = table_[ident];
    if (!task) throw std::invalid_argument("no task " + std::to_string(ident));
    return task;
}

Packet* Scheduler::packets(int count, int ident, Kind kind) {
    Packet* queue = nullptr;
    for (int i = 0; i < count; ++i) queue = &pool_.emplace_back(queue, ident, kind);
    return queue;
}

void Scheduler::run() {
    Task* task = first_;
    while (task) task = task->is_stopped() ? task->next : task->resume();
}

class IdleTask : public Task {
  public:
    IdleTask(Scheduler& scheduler, int ident, int priority) : Task(scheduler, ident, priority, nullptr) {
        is_waiting_ = false;
    }

    Task* step(Packet*) override {
        if (--rounds_ == 0) return hold();
        if ((register_ & 1) == 0) {
            register_ >>= 1;
            return release(kDeviceA);
        }
        register_ = (register_ >> 1) ^ 0xD008;
        return release(kDeviceB);
    }

  private:
    int register_ = 1;
    int rounds_ = kIdleRounds;
};

class WorkerTask : public Task {
  public:
    using Task::Task;

    Task* step(Packet* packet) override {
        if (!packet) return wait();
        destination_ = destination_ == kHandlerA ? kHandlerB : kHandlerA;
        packet->ident = destination_;
        packet->datum = 0;
        for (int& item : packet->data) {
            if (++letter_ > 26) letter_ = 1;
            item = 'A' + letter_ - 1;
        }
        return send(packet);
    }

  private:
    int destination_ = kHandlerA;
    int letter_ = 0;
};

class HandlerTask : public Task {
  public:
    using Task::Task;

    Task* step(Packet* packet) override {
        if (packet) {
            Packet*& queue = packet->kind == kKindWork ? work_ : devices_;
            queue = append_packet(packet, queue);
        }
        Packet* work = work_;
        if (!work) return wait();
        int done = work->datum;
        if (done >= kBufferSize) {
            work_ = work->link;
            return send(work);
        }
        Packet* device = devices_;
        if (!device) return wait();
        devices_ = device->link;
        device->datum = work->data[done];
        work->datum = done + 1;
        return send(device);
    }

  private:
    Packet* work_ = nullptr;
    Packet* devices_ = nullptr;
};

class DeviceTask : public Task {
  public:
    DeviceTask(Scheduler& scheduler, int ident, int priority) : Task(scheduler, ident, priority, nullptr) {}

    Task* step(Packet* packet) override {
        if (packet) {
            pending_ = packet;
            return hold();
        }
        Packet* done = pending_;
        if (!done) return wait();
        pending_ = nullptr;
        return send(done);
    }

  private:
    Packet* pending_ = nullptr;
};

int main(int argc, char** argv) {
    const int iterations = argc > 1 ? std::stoi(argv[1]) : 3;
    int wrong = 0;
    std::int64_t queued = 0, held = 0;
    for (int i = 0; i < iterations; ++i) {
        Scheduler scheduler;
        scheduler.add<IdleTask>(kIdle, 0);
        scheduler.add<WorkerTask>(kWorker, 1000, scheduler.packets(2, 0, kKindWork));
        scheduler.add<HandlerTask>(kHandlerA, 2000, scheduler.packets(3, kDeviceA, kKindDevice));
        scheduler.add<HandlerTask>(kHandlerB, 3000, scheduler.packets(3, kDeviceB, kKindDevice));
        scheduler.add<DeviceTask>(kDeviceA, 4000);
        scheduler.add<DeviceTask>(kDeviceB, 5000);
        scheduler.run();
        queued += scheduler.queued;
        held += scheduler.held;
        if (scheduler.queued != kExpectedQueued || scheduler.held != kExpectedHeld) ++wrong;
    }
    std::cout << iterations << " iterations: " << queued << " packets queued, " << held << " tasks held\n";
    if (wrong > 0) {
        std::cout << wrong << " iterations went wrong\n";
        return 1;
    }
    std::cout << "correct\n";
}
