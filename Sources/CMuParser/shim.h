#ifndef FEW_BODY_CMUPARSER_H
#define FEW_BODY_CMUPARSER_H

#if !__has_include(<muParserDLL.h>)
#error "muParser is missing. Install it with: apt-get install libmuparser-dev (or build with --disable-default-traits)"
#else
#include <muParserDLL.h>
#endif

#endif
