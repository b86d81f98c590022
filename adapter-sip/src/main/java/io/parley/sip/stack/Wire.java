package io.parley.sip.stack;

/** A message of the JAIN stack whose bytes are already known, so that the stack does not have to write it. */
interface Wire {

    /** The bytes as they are sent. */
    byte[] bytes();
}
