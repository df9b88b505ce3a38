#ifndef FEW_BODY_CSTENCIL_H
#define FEW_BODY_CSTENCIL_H

#include <stdbool.h>
#include <stddef.h>

#pragma clang assume_nonnull begin

// A row of a vector on a tensor grid, the four rows beside it, its part of the diagonal, its image.
typedef struct {
  const double *own, *before, *after, *left, *right, *diagonal;
  double *image;
} few_body_row __attribute__((swift_name("SevenPointRow")));

// Rows that follow one another in one plane, or in two neighbouring ones, none of them at a wall:
// the rows beside them lie `plane` and `count` numbers away.
typedef struct {
  const double *own, *diagonal;
  double *image;
  ptrdiff_t planes, plane, rows;
} few_body_strip __attribute__((swift_name("SevenPointStrip")));

#if defined(__x86_64__)

// Whether processor and operating system have AVX; without it the others must not be called.
bool few_body_has_avx(void);

// image[k] = diagonal[k] own[k] + t ((own[k-1] + own[k+1])
//            + ((before[k] + after[k]) + (left[k] + right[k])))
// with own[-1] = mirror own[0] and own[count] = 0, for count >= 5. The sums are in this order and
// nothing is fused: the image is the same to the last bit as without AVX. It must not overlap what
// is read.
void few_body_seven_point_row(const few_body_row *row, ptrdiff_t count, double t, double mirror);

// The same for every row of a strip.
void few_body_seven_point_strip(
    const few_body_strip *strip, ptrdiff_t count, double t, double mirror);

#endif

#pragma clang assume_nonnull end

#endif
