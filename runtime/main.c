// The main function of generated programs; apart from the rest, so that tools can link the leaf routines.
#include "internal.h"

int main(int argc, char** argv) {
    sw_start(argc, argv);
    return (int)(sw_program_main() & 0xff);
}
