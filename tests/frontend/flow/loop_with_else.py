def main():
    found = 0
    for i in range(10):
        if i % 2:
            continue
        if i > found:
            found = i
            break
    else:
        found = -1
    return found
