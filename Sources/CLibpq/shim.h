// The types and constants of libpq (Debian: libpq-dev). Nothing is linked: the library is opened when
// the first connection is made.
#if __has_include(<libpq-fe.h>)
#include <libpq-fe.h>
#else
#include <postgresql/libpq-fe.h>
#endif
