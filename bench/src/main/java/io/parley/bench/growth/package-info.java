/** What the server takes up: memory for each conference, participant, watcher and call, time to start, and space on the disk. */
@NullMarked
package io.parley.bench.growth;

import org.jspecify.annotations.NullMarked;
