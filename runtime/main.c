// The main function of generated programs.  A member of the archive by itself, so that a program with another
// main can link the leaf routines.
#include "sapwood.h"

int main(int argc, char** argv) {
    sw_start(argc, argv);
    return (int)(sw_program_main() & 0xff);
}
