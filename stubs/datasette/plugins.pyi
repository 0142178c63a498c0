import pluggy

pm: pluggy.PluginManager
