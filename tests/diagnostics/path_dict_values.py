"""Functions fill a dict with values of two types."""


def set_defaults(config):
    config["host"] = "localhost"  # note: "`str` here"
    config["user"] = "guest"


def set_port(config, port):
    config["port"] = port  # error: union_mismatch "the dict, as values, holds `int` here and `str` elsewhere"


def build_config(port):
    config = {}
    set_defaults(config)
    set_port(config, port)  # note: "`int` passes through this call"
    return config


def show(config):
    for key in sorted(config):
        print(key, "=", config[key])


def main():
    config = build_config(8080)  # note: "`int` comes from here"
    show(config)


if __name__ == "__main__":
    main()
