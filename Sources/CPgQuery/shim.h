// PostgreSQL's own parser (libpg_query; Debian: libpg-query-dev). Linked from its archive.
#include <pg_query.h>
