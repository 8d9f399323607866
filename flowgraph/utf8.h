// UTF-8 as the project keeps text: lone surrogates have their three-byte form.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sapwood {

inline int64_t count_code_points(std::string_view utf8) {
    int64_t count = 0;
    for (unsigned char byte : utf8) count += (byte & 0xC0) != 0x80;
    return count;
}

// The first code point of text that is not empty.
inline int32_t decode_code_point(std::string_view utf8) {
    auto byte = [&](size_t i) { return static_cast<int32_t>(static_cast<unsigned char>(utf8[i])); };
    if (byte(0) < 0x80) return byte(0);
    if (byte(0) < 0xE0) return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    if (byte(0) < 0xF0) return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    return (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
}

inline std::string encode_code_point(uint32_t code) {
    auto tail = [&](int shift) { return static_cast<char>(0x80 | (code >> shift & 0x3F)); };
    if (code < 0x80) return {static_cast<char>(code)};
    if (code < 0x800) return {static_cast<char>(0xC0 | code >> 6), tail(0)};
    if (code < 0x10000) return {static_cast<char>(0xE0 | code >> 12), tail(6), tail(0)};
    return {static_cast<char>(0xF0 | code >> 18), tail(12), tail(6), tail(0)};
}

}  // namespace sapwood
