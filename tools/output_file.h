// Files written whole or not at all.
#pragma once

#include <string>
#include <string_view>

namespace sapwood {

// Writes text under a temporary name beside path, then renames it.  Empty: done; else what went wrong.
std::string write_whole(const std::string& path, std::string_view text);

// Writes text to standard output, behind what stdio has for it.  Empty: all of it has arrived there.
std::string write_to_stdout(std::string_view text);

// A directory below the system's temporary one that goes away with the object.
class TemporaryDirectory {
  public:
    TemporaryDirectory();
    ~TemporaryDirectory();
    TemporaryDirectory(const TemporaryDirectory&) = delete;

    const std::string& path() const { return path_; }  // empty if none could be made

  private:
    std::string path_;
};

}  // namespace sapwood
