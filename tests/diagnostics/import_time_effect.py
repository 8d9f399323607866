"""Module level output happens at translation, which is worth a warning."""

import sys

print("hello")  # warning: import_time_effect
sys.stdout.write("more\n")  # warning: import_time_effect


def main():
    print("fine here")
