process.stdout.write('myriad\n');
