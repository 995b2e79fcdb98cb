// The only door to C: libyaml's public header (Debian: libyaml-dev, Homebrew: libyaml).
#include <yaml.h>
