/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/error.h"

G_DEFINE_QUARK (follicle - error - quark, folli_error)
