// The types and constants of libpq (Debian: libpq-dev). Nothing is linked: the library is opened when
// the first connection is made.
#include <libpq-fe.h>
