#ifndef FEW_BODY_CLAPACK_H
#define FEW_BODY_CLAPACK_H

#if !__has_include(<lapacke.h>)
#error "LAPACKE is missing. Install it with: apt-get install liblapacke-dev libopenblas-dev"
#elif !__has_include(<cblas.h>)
#error "CBLAS is missing. Install it with: apt-get install libblas-dev libopenblas-dev"
#else

// Swift cannot import C99 _Complex: pointers arrive opaque and by-value functions vanish.
// Plain structs of the same layout make LAPACKE_z* callable.
typedef struct { float real, imag; } few_body_complex_float;
typedef struct { double real, imag; } few_body_complex_double;
#define LAPACK_COMPLEX_CUSTOM
#define lapack_complex_float few_body_complex_float
#define lapack_complex_double few_body_complex_double
#include <lapacke.h>

// Products of tall matrices: LAPACKE declares no BLAS, and Fortran's dgemm_ has hidden
// string lengths. Debian's libblas and OpenBLAS both carry the C interface in libblas.so.
#include <cblas.h>

// OpenBLAS alone has this; a weak symbol is null with any other BLAS, and Swift has no weak symbols.
#ifdef __linux__
extern void openblas_set_num_threads(int count) __attribute__((weak));
static inline void few_body_blas_threads(int count) {
  if (openblas_set_num_threads) openblas_set_num_threads(count);
}
#else
static inline void few_body_blas_threads(int count) { (void)count; }
#endif

#endif
#endif
