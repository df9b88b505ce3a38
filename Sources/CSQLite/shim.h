#ifndef FEW_BODY_CSQLITE_H
#define FEW_BODY_CSQLITE_H

#if !__has_include(<sqlite3.h>)
#error "SQLite is missing. Install it with: apt-get install libsqlite3-dev (or build with --disable-default-traits)"
#else
#include <sqlite3.h>
// Swift does not import the macro, a function pointer of value -1.
static inline sqlite3_destructor_type few_body_sqlite_transient(void) { return SQLITE_TRANSIENT; }
#endif

#endif
