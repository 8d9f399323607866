// Rounds until the plan stands, joined rounds until nothing more meets, then errors or tables.
#include "annotator/annotate.h"

#include <algorithm>
#include <memory>

#include "annotator/engine.h"
#include "annotator/errors.h"
#include "annotator/export.h"
#include "annotator/rounds.h"

namespace sapwood {

namespace {

using namespace annotation;

// One inference from an empty plan.  The engine of its last round; what is wrong is told.
std::unique_ptr<Engine> infer(Program& program, HostWorld& world, Diagnostics& diagnostics, Plan& plan,
                              WrapperTable& wrappers) {
    std::unique_ptr<Engine> engine;
    auto run = [&] {
        engine = std::make_unique<Engine>(program, world, diagnostics, plan, wrappers);
        engine->run();
    };
    bool exhausted = false;
    auto rounds = [&] {
        exhausted = true;
        for (uint32_t round = 0; round < plan.limits.rounds && exhausted; round++) {
            run();
            exhausted = plan_next_round(*engine, plan);
        }
        if (exhausted) run();
    };
    rounds();
    while (find_walks_over_types(*engine, plan)) {
        Plan anew;
        anew.limits = plan.limits;
        anew.with_subclasses = plan.with_subclasses;
        anew.structural_functions = plan.structural_functions;
        plan = std::move(anew);
        rounds();
    }
    report_class_errors(*engine, diagnostics);
    plan.joined = true;
    for (uint32_t round = 0; round < 2 * plan.limits.rounds; round++) {
        run();
        if (!join_what_met(*engine, plan)) break;
    }
    report_errors(*engine, diagnostics, exhausted);
    return engine;
}

void replace(Diagnostics& diagnostics, const std::vector<Diagnostic>& by) {
    diagnostics.clear();
    for (const Diagnostic& each : by) diagnostics.add(each);
}

}  // namespace

bool annotate(Program& program, HostWorld& world, Diagnostics& diagnostics) {
    CHECK(program.phase == Phase::Flow, "annotation needs phase Flow");
    const std::vector<Diagnostic> before = diagnostics.all();
    size_t errors_before = diagnostics.error_count();
    WrapperTable wrappers;
    Plan plan, wide;
    std::unique_ptr<Engine> engine = infer(program, world, diagnostics, plan, wrappers);
    if (diagnostics.error_count() > errors_before) {
        // Types met.  Either the program is large and needs more copies than the limits allow, or joined
        // rounds reached code that no round before them had planned for: instances of classes below a class,
        // known from the beginning now.
        const std::vector<Diagnostic> first = diagnostics.all();
        bool mixed = std::any_of(first.begin() + before.size(), first.end(), [](const Diagnostic& each) {
            return each.diag == Diag::union_mismatch || each.diag == Diag::mixed_return ||
                   each.diag == Diag::too_many_copies || each.diag == Diag::unsupported_object;
        });
        if (!mixed) return false;
        replace(diagnostics, before);
        wide.limits = kWideLimits;
        wide.with_subclasses = true;
        engine = infer(program, world, diagnostics, wide, wrappers);
        if (diagnostics.error_count() > errors_before) {
            replace(diagnostics, first);
            return false;
        }
    }
    if (errors_before == 0) report_untold(*engine, diagnostics);
    if (diagnostics.error_count() > errors_before) return false;
    export_annotations(*engine);
    program.phase = Phase::Annotated;
    return true;
}

}  // namespace sapwood
