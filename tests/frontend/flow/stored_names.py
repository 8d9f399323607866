count = 0


class Config:
    level = 1
    fixed = 2


def main():
    global count
    count += 1
    Config.level = count
    return Config.level + Config.fixed
