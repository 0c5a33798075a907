/**
 * Recipes held against each other over the same tasks and seeds: what each run of them brought,
 * what they missed and how nearly, and whether the difference is more than chance.
 *
 * <p>Must not know how tasks are solved, nor where results are kept.
 */
package io.github.archrm.submit.recipe;
