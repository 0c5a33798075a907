/**
 * One class per command, and the groups of options they share, each declared once.
 *
 * <p>Turns what a user says into plain records and calls the rooms below; computes nothing itself.
 */
package io.github.archrm.submit.command;
