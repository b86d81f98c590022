package io.parley.examples.flows;

/** By phone. */
class FlowsOverSipTest extends Flows {

    @Override
    Stage raised(Plan plan) {
        return new SipStage(plan);
    }
}
