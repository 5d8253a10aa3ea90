// Removes what waited on this device to be sent; Clear-Site-Data does it too, but only over https.
indexedDB.deleteDatabase('toolbox');
