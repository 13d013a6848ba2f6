/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <sys/resource.h>

/* Preloaded into the plug-in: it gets no more address space than the MB that
   FOLLICLE_FAIL_AT names. */

__attribute__ ((constructor)) static void
limit (void)
{
  const char  *text = getenv ("FOLLICLE_FAIL_AT");
  const rlim_t most = text ? strtoul (text, NULL, 10) << 20 : 0;

  if (most > 0)
    setrlimit (RLIMIT_AS, &(struct rlimit){ most, most });
}
