#include "CStencil.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <stdint.h>

// AVX for these functions alone: the package is built for any x86-64, and Swift has no such
// attribute.
#define AVX __attribute__((target("avx")))
#define INLINE static inline __attribute__((always_inline)) AVX

bool few_body_has_avx(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx");
}

// Where along a row four points lie.
typedef enum { FIRST, INNER, LAST } place;

INLINE __m256d below(const double *x, ptrdiff_t k, place place, double mirror) {
  if (place == FIRST) return _mm256_set_pd(x[2], x[1], x[0], mirror * x[0]);
  return _mm256_loadu_pd(x + k - 1);
}

INLINE __m256d above(const double *x, ptrdiff_t k, place place) {
  if (place == LAST) return _mm256_set_pd(0, x[k + 3], x[k + 2], x[k + 1]);
  return _mm256_loadu_pd(x + k + 1);
}

// Four points: own[k...k+3] and those before and after come in registers, planes share them.
INLINE void four(
    const few_body_row *row, ptrdiff_t k, place place, __m256d before, __m256d own, __m256d after,
    double t, double mirror) {
  __m256d along = _mm256_add_pd(below(row->own, k, place, mirror), above(row->own, k, place));
  __m256d first = _mm256_add_pd(before, after);
  __m256d second = _mm256_add_pd(_mm256_loadu_pd(row->left + k), _mm256_loadu_pd(row->right + k));
  __m256d sum = _mm256_add_pd(along, _mm256_add_pd(first, second));
  __m256d centre = _mm256_mul_pd(_mm256_loadu_pd(row->diagonal + k), own);
  _mm256_storeu_pd(
      row->image + k, _mm256_add_pd(centre, _mm256_mul_pd(_mm256_set1_pd(t), sum)));
}

// Four points in one plane or in two.
INLINE void across(
    const few_body_row *row, int planes, ptrdiff_t k, place place, double t, double mirror) {
  __m256d own = _mm256_loadu_pd(row[0].own + k);
  __m256d next = _mm256_loadu_pd(row[0].after + k);
  four(row, k, place, _mm256_loadu_pd(row[0].before + k), own, next, t, mirror);
  if (planes == 1) return;
  four(row + 1, k, place, own, next, _mm256_loadu_pd(row[1].after + k), t, mirror);
}

// What the next four cache lines hold, of the streams that come from beyond the cache.
INLINE void fetch(const few_body_row *row, ptrdiff_t k) {
  enum { AHEAD = 32 };
  _mm_prefetch((const char *)(row[1].after + k + AHEAD), _MM_HINT_T0);
  for (int i = 0; i < 2; i++) {
    _mm_prefetch((const char *)(row[i].diagonal + k + AHEAD), _MM_HINT_T0);
    _mm_prefetch((const char *)(row[i].image + k + AHEAD), _MM_HINT_T0);
  }
}

// The first and the last four points overlap the aligned ones between: no point is done by itself.
INLINE void whole(const few_body_row *row, int planes, ptrdiff_t count, double t, double mirror) {
  across(row, planes, 0, FIRST, t, mirror);
  ptrdiff_t k = 4 - (ptrdiff_t)((uintptr_t)row->image / sizeof(double) % 4);
  for (; k + 4 < count; k += 4) {
    if (planes == 2) fetch(row, k);
    across(row, planes, k, INNER, t, mirror);
  }
  across(row, planes, count - 4, LAST, t, mirror);
}

INLINE few_body_row inside(const few_body_strip *strip, ptrdiff_t offset, ptrdiff_t count) {
  const double *own = strip->own + offset;
  return (few_body_row){
      own,
      own - strip->plane,
      own + strip->plane,
      own - count,
      own + count,
      strip->diagonal + offset,
      strip->image + offset};
}

AVX void few_body_seven_point_row(
    const few_body_row *row, ptrdiff_t count, double t, double mirror) {
  whole(row, 1, count, t, mirror);
}

AVX void few_body_seven_point_strip(
    const few_body_strip *strip, ptrdiff_t count, double t, double mirror) {
  const few_body_strip s = *strip;
  for (ptrdiff_t j = 0; j < s.rows; j++) {
    const few_body_row rows[2] = {
        inside(&s, j * count, count), inside(&s, s.plane + j * count, count)};
    if (s.planes == 2) {
      whole(rows, 2, count, t, mirror);
    } else {
      whole(rows, 1, count, t, mirror);
    }
  }
}

#endif
