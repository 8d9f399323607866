"""Sorting algorithms written as generic functions, on ints, floats and texts."""


def insertion_sort(items):
    for i in range(1, len(items)):
        item = items[i]
        j = i - 1
        while j >= 0 and items[j] > item:
            items[j + 1] = items[j]
            j -= 1
        items[j + 1] = item
    return items


def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left = merge_sort(items[:middle])
    right = merge_sort(items[middle:])
    result = []
    i = j = 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            result.append(right[j])
            j += 1
        else:
            result.append(left[i])
            i += 1
    result.extend(left[i:])
    result.extend(right[j:])
    return result


def quick_sort(items):
    if not items:
        return []
    pivot = items[0]
    rest = items[1:]
    return quick_sort([x for x in rest if x < pivot]) + [pivot] + quick_sort([x for x in rest if not x < pivot])


def random_numbers(count, seed):
    numbers = []
    for _ in range(count):
        seed = (seed * 16807) % 2147483647
        numbers.append(seed % 100)
    return numbers


def check(sort, name):
    numbers = random_numbers(30, 7)
    assert sort(numbers[:]) == sorted(numbers)
    floats = [n / 8 for n in numbers[:7]]
    words = "pear fig apple kiwi date".split()
    print(name, sort(numbers[:])[:8], sort(floats), sort(words))


def main():
    check(insertion_sort, "insertion")
    check(merge_sort, "merge")
    check(quick_sort, "quick")


if __name__ == "__main__":
    main()
