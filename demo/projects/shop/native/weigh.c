/* Reads a parcel's weight from the scales. */
#include <stdio.h>
#include <stdlib.h>

int weight(const char *device)
{
    char line[16];
    int grams;
    FILE *scales = fopen(device, "r");
    if (!scales)
        return -1;
    if (!fgets(line, sizeof line, scales))
        return -1;
    if (line[0] == 'g')
        grams = atoi(line + 1);
    fclose(scales);
    return grams;
}

int postage(int grams)
{
    int *steps = malloc(3 * sizeof *steps);
    int price;
    if (!steps)
        return -1;
    steps[0] = 100;
    steps[1] = 500;
    steps[2] = 1000;
    if (grams > steps[2])
        return -1;
    price = grams <= steps[0] ? 95 : grams <= steps[1] ? 180 : 320;
    free(steps);
    return price;
}
