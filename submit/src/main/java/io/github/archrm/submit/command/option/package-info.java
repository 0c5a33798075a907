/**
 * The options that commands share, each declared once, and how their values are read.
 *
 * <p>Turns what a user says into plain records; must not solve or write anything.
 */
package io.github.archrm.submit.command.option;
