package io.parley.http;

import java.util.List;

/** Several observers as one. */
record Observers(List<ServerObserver> all) implements ServerObserver {

    Observers {
        all = List.copyOf(all);
    }

    @Override
    public void served(ServedRequest request) {
        all.forEach(one -> one.served(request));
    }

    @Override
    public void connectionOpened() {
        all.forEach(ServerObserver::connectionOpened);
    }

    @Override
    public void connectionClosed() {
        all.forEach(ServerObserver::connectionClosed);
    }

    @Override
    public void connectionRefused() {
        all.forEach(ServerObserver::connectionRefused);
    }

    @Override
    public void streamOpened() {
        all.forEach(ServerObserver::streamOpened);
    }

    @Override
    public void streamClosed() {
        all.forEach(ServerObserver::streamClosed);
    }

    @Override
    public void callbackRegistered() {
        all.forEach(ServerObserver::callbackRegistered);
    }

    @Override
    public void callbackRemoved() {
        all.forEach(ServerObserver::callbackRemoved);
    }

    @Override
    public void callbackFailed() {
        all.forEach(ServerObserver::callbackFailed);
    }

    @Override
    public void callbackGivenUp() {
        all.forEach(ServerObserver::callbackGivenUp);
    }
}
