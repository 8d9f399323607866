"""A dict from text to int: store, look up, count."""

if __name__ == "__main__":
    ages = {}
    ages["ann"] = 30
    ages["bob"] = 25
    ages["ann"] += 1
    print(ages["ann"] + ages["bob"], len(ages))
    for name in ages:
        print(name, ages[name])
