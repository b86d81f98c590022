package io.parley.sip.focus;

import io.parley.ports.in.C3pService;
import io.parley.ports.in.ConferenceWatching;
import io.parley.ports.in.FocusService;

/**
 * What decides.
 *
 * @param focus about joining and leaving
 * @param c3p about commands
 * @param watching what watchers are told
 */
public record FocusPorts(FocusService focus, C3pService c3p, ConferenceWatching watching) {}
