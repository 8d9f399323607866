// The verbs of the command line.
#pragma once

#include <string>
#include <vector>

#include "tools/native.h"
#include "tools/translator.h"

namespace sapwood {

// Exit statuses of the command line.
inline constexpr int kUserError = 1, kUsageError = 2, kInternalError = 70;

// All options of all verbs, as given.
struct CommandOptions {
    TranslatorOptions translator;
    NativeOptions native;
    std::string input;  // PROG.py or FILE.fg
    std::vector<std::string> args;
    std::string entry;
    std::string output;  // -o
    std::string format;
    std::string function;
    std::string stage;  // empty: flow of a program, of saved graphs what they are at
    bool time_passes = false;
    std::string keep;
    bool all_functions = false;  // of check
    bool hints = false;          // of check
};

// Each returns the process's exit status.
int command_run(const CommandOptions& options);
int command_build(const CommandOptions& options);
int command_check(const CommandOptions& options);
int command_emit(const CommandOptions& options);
int command_graph(const CommandOptions& options);
// topics: numbers or slugs of diagnostics; none: prints which there are.
int command_explain(const std::vector<std::string>& topics);

}  // namespace sapwood
