// The operators of Python and the special methods that answer them.
#pragma once

#include <string_view>

#include "flowgraph/ops.h"

namespace sapwood::annotation {

struct OperatorRow {
    Op op, inplace;
    std::string_view symbol, method;  // of "+": "add", for __add__, __radd__, __iadd__
};

inline constexpr OperatorRow kOperators[] = {
    {Op::add, Op::inplace_add, "+", "add"},
    {Op::sub, Op::inplace_sub, "-", "sub"},
    {Op::mul, Op::inplace_mul, "*", "mul"},
    {Op::matmul, Op::inplace_matmul, "@", "matmul"},
    {Op::truediv, Op::inplace_truediv, "/", "truediv"},
    {Op::floordiv, Op::inplace_floordiv, "//", "floordiv"},
    {Op::mod, Op::inplace_mod, "%", "mod"},
    {Op::pow, Op::inplace_pow, "**", "pow"},
    {Op::lshift, Op::inplace_lshift, "<<", "lshift"},
    {Op::rshift, Op::inplace_rshift, ">>", "rshift"},
    {Op::and_, Op::inplace_and, "&", "and"},
    {Op::or_, Op::inplace_or, "|", "or"},
    {Op::xor_, Op::inplace_xor, "^", "xor"},
};

struct ComparisonRow {
    Op op;
    std::string_view symbol, method, reflected;
};

inline constexpr ComparisonRow kComparisons[] = {
    {Op::lt, "<", "__lt__", "__gt__"},  {Op::le, "<=", "__le__", "__ge__"},
    {Op::eq, "==", "__eq__", "__eq__"}, {Op::ne, "!=", "__ne__", "__ne__"},
    {Op::gt, ">", "__gt__", "__lt__"},  {Op::ge, ">=", "__ge__", "__le__"},
};

// The row of an operator or of its in-place form; nullptr: it is none.
inline const OperatorRow* find_operator(Op op) {
    for (const OperatorRow& row : kOperators) {
        if (row.op == op || row.inplace == op) return &row;
    }
    return nullptr;
}

inline const ComparisonRow* find_comparison(Op op) {
    for (const ComparisonRow& row : kComparisons) {
        if (row.op == op) return &row;
    }
    return nullptr;
}

}  // namespace sapwood::annotation
