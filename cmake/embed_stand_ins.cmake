# cmake -DOUTPUT=... -DFILES=a.py;b.py -P embed_stand_ins.cmake: the texts of runtime/stand_ins as C++.
set(rows "")
set(texts "")
foreach(path IN LISTS FILES)
  get_filename_component(name ${path} NAME_WLE)
  string(REPLACE "." "_" variable ${name})
  file(READ ${path} content)
  string(APPEND texts "constexpr const char k_${variable}[] = R\"___(${content})___\";\n\n")
  string(APPEND rows "    {\"${name}\", k_${variable}},\n")
endforeach()
file(WRITE ${OUTPUT} "// Made from runtime/stand_ins.
#include \"frontend/stand_in_texts.h\"

namespace sapwood {

namespace {

${texts}constexpr StandInText kTexts[] = {
${rows}};

}  // namespace

std::span<const StandInText> stand_in_texts() {
    return kTexts;
}

}  // namespace sapwood
")
