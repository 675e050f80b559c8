import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

/**
 * Serves a PostgreSQL in memory on a free port of this machine. Tells its address to the parent, and ends when the
 * parent lets go or dies: never an orphan.
 */
const db = await PGlite.create()
// a few more than the one that is used: a server that restarts may come before the old one's connection is gone
const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 4 })
await server.start()
process.send?.(server.getServerConn())

// Ctrl-C reaches all processes of a terminal; this one is still needed until the help desk has finished
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit(0))
