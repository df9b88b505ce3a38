#ifndef FEW_BODY_CFFTW_H
#define FEW_BODY_CFFTW_H

#if !__has_include(<fftw3.h>)
#error "FFTW is missing. Install it with: apt-get install libfftw3-dev"
#else
#include <fftw3.h>

// FFTW_ESTIMATE and its like are macros with casts, which Swift does not import.
static const unsigned few_body_fftw_estimate = FFTW_ESTIMATE;
static const unsigned few_body_fftw_unaligned = FFTW_UNALIGNED;
static const unsigned few_body_fftw_preserve_input = FFTW_PRESERVE_INPUT;

#endif
#endif
