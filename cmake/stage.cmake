# sapwood_stage(NAME DEPENDS...) makes the static library sapwood_NAME from every .cpp of the current
# folder.  Files are found by glob; adding one needs no change here.
set(SAPWOOD_WARNINGS -Wall -Wextra -Wpedantic -Werror -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  list(APPEND SAPWOOD_WARNINGS -Wno-restrict)  # gcc 12 warns of std::string's own operator+ (GCC bug 105651)
endif()

function(sapwood_options target)
  # What is installed names its sources from the root of the tree, wherever that was.
  target_compile_options(${target} PRIVATE ${SAPWOOD_WARNINGS} -fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=)
  if(SAPWOOD_SANITIZE)
    target_compile_options(${target} PUBLIC -fsanitize=address,undefined -fno-sanitize-recover=undefined
                           -fno-omit-frame-pointer)
    # What instrumented code may leave unset gcc guesses wrong.
    target_compile_options(${target} PRIVATE -Wno-maybe-uninitialized)
    target_link_options(${target} PUBLIC -fsanitize=address,undefined)
  endif()
endfunction()

function(sapwood_stage name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(LENGTH sources count)
  if(count EQUAL 0)
    add_library(sapwood_${name} INTERFACE)
    target_include_directories(sapwood_${name} INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)
    install(TARGETS sapwood_${name} EXPORT SapwoodTargets)
    return()
  endif()
  add_library(sapwood_${name} STATIC ${sources})
  target_include_directories(sapwood_${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)
  target_link_libraries(sapwood_${name} PUBLIC ${ARGN})
  sapwood_options(sapwood_${name})
  if(name IN_LIST SAPWOOD_COVERAGE)
    target_compile_options(sapwood_${name} PRIVATE --coverage -O0)
    target_link_options(sapwood_${name} PUBLIC --coverage)
  endif()
  sapwood_install_library(sapwood_${name})
endfunction()

# Installs a library for users of find_package(Sapwood): headers keep their folders, below include/sapwood.
function(sapwood_install_library target)
  target_include_directories(${target} INTERFACE $<INSTALL_INTERFACE:include/sapwood>)
  install(TARGETS ${target} EXPORT SapwoodTargets ARCHIVE DESTINATION lib/sapwood)
  file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.h ${CMAKE_CURRENT_SOURCE_DIR}/*.def)
  install(FILES ${headers} DESTINATION include/sapwood/${folder})
endfunction()
