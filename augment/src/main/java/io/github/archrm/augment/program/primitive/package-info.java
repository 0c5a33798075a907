/**
 * Primitives: functions of placed grids and lists of them, each an idea with a name. All are
 * declared in {@link io.github.archrm.augment.program.primitive.Library}. Knows no task and no
 * search.
 */
package io.github.archrm.augment.program.primitive;
