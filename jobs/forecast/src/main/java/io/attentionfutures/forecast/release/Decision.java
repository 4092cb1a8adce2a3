package io.attentionfutures.forecast.release;

/** What is made of a released model. */
public enum Decision {

    /** It serves from now on. */
    ADOPTED,

    /** It is not used; what served before goes on. */
    REFUSED,

    /** Not decided yet: what served before goes on meanwhile. */
    PENDING
}
