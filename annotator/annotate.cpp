// Rounds until the plan stands, joined rounds until nothing more meets, then errors or tables.
#include "annotator/annotate.h"

#include <memory>

#include "annotator/engine.h"
#include "annotator/errors.h"
#include "annotator/export.h"
#include "annotator/rounds.h"

namespace sapwood {

bool annotate(Program& program, HostWorld& world, Diagnostics& diagnostics) {
    using namespace annotation;
    CHECK(program.phase == Phase::Flow, "annotation needs phase Flow");
    size_t errors_before = diagnostics.error_count();
    Plan plan;
    WrapperTable wrappers;
    std::unique_ptr<Engine> engine;
    auto run = [&] {
        engine = std::make_unique<Engine>(program, world, diagnostics, plan, wrappers);
        engine->run();
    };
    bool exhausted = true;
    for (uint32_t round = 0; round < kMaxRounds && exhausted; round++) {
        run();
        exhausted = plan_next_round(*engine, plan);
    }
    if (exhausted) run();
    report_class_errors(*engine, diagnostics);
    plan.joined = true;
    for (uint32_t round = 0; round < 2 * kMaxRounds; round++) {
        run();
        if (!join_what_met(*engine, plan)) break;
    }
    report_errors(*engine, diagnostics, exhausted);
    if (diagnostics.error_count() > errors_before) return false;
    export_annotations(*engine);
    program.phase = Phase::Annotated;
    return true;
}

}  // namespace sapwood
