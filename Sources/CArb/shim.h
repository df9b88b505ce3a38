#ifndef FEW_BODY_CARB_H
#define FEW_BODY_CARB_H

// FLINT 3 took Arb in and moved its headers below flint/.
#if __has_include(<flint/arb.h>) && __has_include(<flint/arb_hypgeom.h>)
#include <flint/arb.h>
#include <flint/arb_hypgeom.h>
#elif __has_include(<arb.h>) && __has_include(<arb_hypgeom.h>)
#include <arb.h>
#include <arb_hypgeom.h>
#else
#error "Arb is missing. Install it with: apt-get install libflint-arb-dev libflint-dev (or build with --disable-default-traits)"
#endif

#endif
