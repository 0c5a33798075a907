/**
 * The entry of ARC Prize's community leaderboard, as YAML.
 *
 * <p>Must not know how tasks are solved or read.
 */
package io.github.archrm.submit.leaderboard;
