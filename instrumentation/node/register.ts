// `--import privity/register` ends where `--require` does: the shim checks the Node version before it loads the rest.
import './register.cjs'
